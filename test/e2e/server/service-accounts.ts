import type { User } from '@grammyjs/types';

/** The accounts that stand for somebody else. */
export const anonymousAdministrator: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
export const channelBot: User = {
  id: 136817688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};
