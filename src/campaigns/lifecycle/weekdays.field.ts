import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsInt, Max, Min, ValidateIf } from 'class-validator';

/** Days of the week, 1 Monday to 7 Sunday. */
export function Weekdays(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 7 },
      required: false,
      example: [1, 2, 3, 4, 5],
      description: '1 Monday … 7 Sunday',
    }),
    ValidateIf((_, value) => value !== undefined),
    IsArray(),
    ArrayMinSize(1),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(7, { each: true }),
  );
}
