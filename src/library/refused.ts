import { NianjianError, type Problem } from '../errors.js';

/** A corpus that does not go into service, with what else there is to mend. */
export class BuildRefused extends NianjianError {
  readonly more: readonly Problem[];

  constructor({ code, detail, place }: Problem, more: readonly Problem[]) {
    super(code, detail, place);
    this.more = more;
  }
}
