import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, ValidateIf } from 'class-validator';

export const STEP_EXAMPLE = {
  key: 'intro',
  kind: 'email',
  intent: 'Say what changes for them',
  subject: 'Fewer stock-outs at {{ organization.name }}',
  body: 'Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}',
};
const EXAMPLE = [
  STEP_EXAMPLE,
  {
    key: 'call',
    kind: 'call',
    intent: 'Learn who owns replenishment',
    questions: ['Who decides how much to order?'],
    maxAttempts: 3,
    retryAfterHours: 48,
    afterDays: 3,
  },
];

/** The steps of a play; libs/plays reads their inside. */
export function StepsField(options: { optional?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'object', additionalProperties: true },
      required: !options.optional,
      example: EXAMPLE,
    }),
    ...(options.optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    IsArray(),
    ArrayMaxSize(30),
  );
}
