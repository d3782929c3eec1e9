import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isEmailAddress } from '../email-address.js';

/**
 * One decorator declares a field for the validator, the transformer and the OpenAPI document.
 * `optional` may be left out; `nullable` may be null, which clears it.
 */
interface Common {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

function field(options: Common, api: ApiPropertyOptions, ...decorators: PropertyDecorator[]): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      required: !options.optional,
      ...(options.nullable ? { nullable: true } : {}),
      ...(options.description ? { description: options.description } : {}),
      ...(options.example === undefined ? {} : { example: options.example }),
      ...api,
    } as ApiPropertyOptions),
    ...(options.optional && !options.nullable ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(options.nullable ? [options.optional ? IsOptional() : ValidateIf((_, value) => value !== null)] : []),
    ...decorators,
  );
}

// NUL and half a surrogate pair cannot be stored; the other control characters have no business in a field a person
// fills in
// oxlint-disable-next-line no-control-regex
const PLAIN = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;
// oxlint-disable-next-line no-control-regex
const ONE_LINE = /^[^\u0000-\u001f\u007f\p{Cs}]*$/u;
const trim = Transform(({ value }) => (typeof value === 'string' ? value.trim() : value) as unknown);

// an HTML form sends an empty field as empty text
const blankIsAbsent = Transform(
  ({ value }) => (typeof value === 'string' ? value.trim() || undefined : value) as unknown,
);

/** Text of `min` to `max` characters, trimmed unless `asTyped`; one line unless `lines`. */
export function Text(
  options: Common & { min?: number; max?: number; lines?: boolean; pattern?: RegExp; asTyped?: boolean } = {},
): PropertyDecorator {
  const {
    min = options.nullable || options.optional ? 0 : 1,
    max = options.lines ? 20_000 : 300,
    lines = false,
    pattern,
    asTyped = false,
  } = options;
  return field(
    options,
    { type: String, minLength: min, maxLength: max },
    ...(asTyped ? [] : [trim]),
    IsString(),
    MinLength(min),
    MaxLength(max),
    Matches(lines ? PLAIN : ONE_LINE, {
      message: `$property must not contain control characters${lines ? '' : ' or line breaks'}`,
    }),
    ...(pattern ? [Matches(pattern)] : []),
  );
}

const IsEmailAddress = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEmail',
    validator: { validate: isEmailAddress, defaultMessage: () => '$property must be an e-mail address' },
  });

export function Email(options: Common = {}): PropertyDecorator {
  return field(
    { example: 'maria.anders@example.com', ...options },
    { type: String, format: 'email', maxLength: 254 },
    options.optional ? blankIsAbsent : trim,
    IsEmailAddress(),
    MaxLength(254),
  );
}

export function Id(options: Common = {}): PropertyDecorator {
  return field(
    { example: '0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b', ...options },
    { type: String, format: 'uuid' },
    IsUUID(),
  );
}

export function Ids(options: Common & { max?: number } = {}): PropertyDecorator {
  return field(
    options,
    { type: String, isArray: true, format: 'uuid' },
    IsArray(),
    ArrayMaxSize(options.max ?? 1000),
    IsUUID(undefined, { each: true }),
  );
}

export function OneOf(values: readonly string[], options: Common = {}): PropertyDecorator {
  return field(
    { example: values[0], ...options },
    { type: String, enum: [...values] },
    IsIn(values, { message: `$property must be one of: ${values.join(', ')}` }),
  );
}

export function SomeOf(values: readonly string[], options: Common & { min?: number } = {}): PropertyDecorator {
  return field(
    { example: values.slice(0, 2), ...options },
    { type: String, isArray: true, enum: [...values] },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(values.length),
    IsIn(values, { each: true, message: `each of $property must be one of: ${values.join(', ')}` }),
  );
}

export function Texts(options: Common & { min?: number; max?: number; each?: number } = {}): PropertyDecorator {
  return field(
    options,
    { type: String, isArray: true },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max ?? 100),
    IsString({ each: true }),
    MaxLength(options.each ?? 500, { each: true }),
    Matches(PLAIN, { each: true, message: 'each of $property must not contain control characters' }),
  );
}

export function Whole(options: Common & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = 2_147_483_647 } = options;
  return field(options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));
}

/** A list of whole numbers. */
export function Wholes(options: Common & { min?: number; each?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, each = 2_147_483_647, max = 100 } = options;
  return field(
    options,
    { type: 'integer', isArray: true, minimum: min, maximum: each },
    IsArray(),
    ArrayMaxSize(max),
    IsInt({ each: true }),
    Min(min, { each: true }),
    Max(each, { each: true }),
  );
}

export function Decimal(options: Common & { min?: number; max?: number } = {}): PropertyDecorator {
  return field(
    options,
    {
      type: Number,
      ...(options.min === undefined ? {} : { minimum: options.min }),
      ...(options.max === undefined ? {} : { maximum: options.max }),
    },
    IsNumber({ allowNaN: false, allowInfinity: false }),
    ...(options.min === undefined ? [] : [Min(options.min)]),
    ...(options.max === undefined ? [] : [Max(options.max)]),
  );
}

export function Flag(options: Common = {}): PropertyDecorator {
  return field({ example: true, ...options }, { type: Boolean }, IsBoolean());
}

/** An instant, ISO 8601 with an offset; a Date in code. */
export function Instant(options: Common = {}): PropertyDecorator {
  return field(
    { example: '2026-12-01T09:00:00Z', ...options },
    { type: String, format: 'date-time' },
    Transform(
      ({ value }) =>
        (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
          ? new Date(value)
          : value) as unknown,
    ),
    IsDate({ message: '$property must be an instant such as 2026-12-01T09:00:00Z' }),
  );
}

/** A calendar day that exists, 2026-12-01; text in code. */
export function Day(options: Common = {}): PropertyDecorator {
  const message = '$property must be a day such as 2026-12-01';
  return field(
    { example: '2026-12-01', ...options },
    { type: String, format: 'date' },
    Matches(/^[1-9]\d{3}-\d{2}-\d{2}$/, { message }),
    IsISO8601({ strict: true }, { message }),
  );
}

/** A JSON object whose inside another check reads (a rule, a play, custom attributes). */
export function Json(options: Common = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true }, IsObject());
}

/** Whole numbers by a name: `{ sent: 120 }`. */
export function Counts(options: Common = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: { type: 'integer' } }, IsObject());
}

export function Nested(type: () => new () => object, options: Common = {}): PropertyDecorator {
  // swagger takes a function for a class unless it is called `type`
  return field(options, { type: () => type() }, IsObject(), ValidateNested(), Type(type));
}

export function ListOf(
  type: () => new () => object,
  options: Common & { min?: number; max?: number } = {},
): PropertyDecorator {
  return field(
    options,
    { type: () => type(), isArray: true },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max ?? 100),
    ValidateNested({ each: true }),
    Type(type),
  );
}
