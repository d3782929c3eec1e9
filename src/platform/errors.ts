/** One thing that is wrong with a request: `field` is a path such as `steps.2.subject`. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/**
 * What a person asked for and cannot have. Each room subclasses one of those below beside its use;
 * the class name in snake case is the stable `code` of the answer, `more` adds further fields to it (RFC 9457).
 */
export abstract class Problem extends Error {
  abstract readonly status: number;

  constructor(
    detail: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(detail);
  }

  get code(): string {
    return this.constructor.name.replace(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase();
  }
}

/** 404: it is not there, or not for this person to see. */
export class NotFound extends Problem {
  readonly status = 404;
}

/** 422: the request can be read and is wrong; `errors` names every field. */
export class Invalid extends Problem {
  readonly status = 422;

  constructor(detail: string, errors: FieldProblem[] = [], more: Record<string, unknown> = {}) {
    super(detail, errors.length > 0 ? { errors, ...more } : more);
  }
}

/** 409: right in itself, but not in the state things are in. */
export class Conflict extends Problem {
  readonly status = 409;
}

/** 403: this person may not do that. */
export class Forbidden extends Problem {
  readonly status = 403;
}

/** 429: as often as this, it is refused; `retryAfter` says in how many seconds it is not. */
export class TooManyRequests extends Problem {
  readonly status = 429;
}

/** 503: a part we depend on does not answer; trying again later is right. */
export class Unavailable extends Problem {
  readonly status = 503;
}
