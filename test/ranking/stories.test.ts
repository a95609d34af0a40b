import { describe, expect, it } from 'vitest';
import { placeStories } from './places.js';
import { tell } from './story.js';
import { wordStories } from './words.js';

describe('the ranking', () => {
  it.each([...wordStories, ...placeStories])('$name', async (story) => {
    const ranked = await tell(story);
    const told = story.order.map(([heading, reason]) => `${heading}: ${reason}`).join('\n');
    expect(ranked.slice(0, story.order.length), `ranked ${ranked.join(', ')}\n${told}`).toEqual(
      story.order.map(([heading]) => heading),
    );
  });
});
