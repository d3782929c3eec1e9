interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** An API error (RFC 9457). Status 0: the API could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: FieldProblem[],
    /** the other members of the problem */
    readonly more: Record<string, unknown>,
  ) {
    super(message);
  }

  static async of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const message = [body.detail, body.title].find((each) => typeof each === 'string') as string | undefined;
    return new Problem(
      response.status,
      typeof body.code === 'string' ? body.code : 'Unknown',
      message ?? response.statusText,
      Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [],
      body,
    );
  }

  static unreachable(cause: unknown): Problem {
    return new Problem(0, 'Unreachable', 'Overture cannot be reached.', [], { cause });
  }

  get byField(): Record<string, string> {
    return Object.fromEntries(this.fields.map(({ field, message }) => [field, message]));
  }
}
