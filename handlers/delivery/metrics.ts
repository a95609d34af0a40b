import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Read when somebody asks. */
export interface Readings {
  /** Updates in the journal, not done with. */
  readonly journal: () => number;
  /** Updates of all chats that wait or are worked on. */
  readonly updates: () => number;
  /** Messages that wait for their turn among all. */
  readonly messages: () => number;
  /** Of the generation that serves; null while the first is loaded. */
  readonly index: () => Readonly<Record<string, number>> | null;
}

/** What `/metrics` tells, for Prometheus; each is explained in the README. */
export function createMetrics(readings: Readings) {
  const registers = [new Registry()] as [Registry];
  const [registry] = registers;
  collectDefaultMetrics({ register: registry, prefix: 'nianjian_' });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `nianjian_${name}_total`, help, labelNames, registers });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `nianjian_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });

  gauge('journal_open', 'Updates in the journal that are not done with', readings.journal);
  gauge('queue_updates', 'Updates that wait or are worked on', readings.updates);
  gauge('queue_messages', 'Messages that wait for their turn to be sent', readings.messages);
  new Gauge({
    name: 'nianjian_index_size',
    help: 'Size of the index that serves',
    labelNames: ['of'],
    registers,
    collect() {
      for (const [of, size] of Object.entries(readings.index() ?? {})) this.set({ of }, size);
    },
  });
  return {
    registry,
    updates: counter('updates', 'Updates taken in'),
    repeated: counter('updates_repeated', 'Updates that came again and were left out'),
    questions: counter('questions', 'Questions asked'),
    answers: counter('answers', 'Questions answered from an entry'),
    silences: counter('silences', 'Questions to which no answer was found'),
    dropped: counter('dropped', 'Updates or answers given up, by reason', ['why']),
    retries: counter('retries', 'Calls of the Bot API made again, by reason', ['why']),
    inDoubt: counter('in_doubt', 'Messages sent again that may have arrived already', ['why']),
    reloads: counter('reloads', 'Reloads of the corpus, by outcome', ['outcome']),
    stages: new Histogram({
      name: 'nianjian_stage_seconds',
      help: 'Time a question spends in each stage',
      labelNames: ['stage'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 60, 600],
      registers,
    }),
  };
}
