/** A question that found no answer, kept where `LOG_QUESTIONS` is on; who asked is not. */
export interface UnansweredLine {
  readonly question: string;
}
