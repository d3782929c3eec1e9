import { QueryFailedError } from 'typeorm';
import { MaxRetriesPerRequestError } from 'ioredis/built/errors/index.js';
import { NotFound, Unavailable } from '../errors.js';
import { toProblem } from './problem.filter.js';

const refused = (code: string) => new QueryFailedError('SELECT', [], Object.assign(new Error('refused'), { code }));

describe('what a part that does not answer becomes', () => {
  test.each([
    ['a connection that PostgreSQL ended', refused('57P01')],
    ['a connection that broke in a statement', new QueryFailedError('SELECT', [], new Error('Connection terminated'))],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
    ['a server that is not there', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
    ['a server that is starting', refused('57P03')],
    ['a server without free connections', refused('53300')],
    ['a deadlock that no retry solved', refused('40P01')],
    ['two writes that do not fit', refused('40001')],
    ['a query that was stopped', refused('57014')],
    ['Redis that is away', new MaxRetriesPerRequestError(3)],
    ['Redis that closed', new Error('Connection is closed.')],
    ['what says so itself', new Unavailable('Not now.')],
  ])('%s: 503, with the seconds after which to try again', (_, error) => {
    expect(toProblem(error)).toMatchObject({ status: 503, retryAfter: 2 });
  });

  test.each([
    ['a defect', new TypeError('x is not a function'), 500],
    ['what is not there', new NotFound('There is none.'), 404],
    ['a value that does not fit', refused('23514'), 422],
    ['a statement that is wrong', refused('42601'), 500],
  ])('%s stays what it is', (_, error, status) => {
    const problem = toProblem(error);
    expect(problem.status).toBe(status);
    expect(problem).not.toHaveProperty('retryAfter');
  });
});
