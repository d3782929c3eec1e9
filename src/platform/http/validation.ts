import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Invalid, type FieldProblem } from '../errors.js';

class ValidationFailed extends Invalid {}

/**
 * Bodies have exactly the fields of their class: an unknown field is refused by name, and all errors are reported at
 * once.
 */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new ValidationFailed(
        'Some fields are not right.',
        errors.flatMap((error) => fieldProblems(error)),
      ),
  });
}

function fieldProblems(error: ValidationError, path = ''): FieldProblem[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    field,
    code: constraint === 'whitelistValidation' ? 'unknown_field' : snake(constraint),
    message: constraint === 'whitelistValidation' ? `${field} is not a field of this request` : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, field))];
}

function snake(name: string): string {
  return name.replace(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase();
}
