import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DISPOSITION_FACTS, DISPOSITIONS, type Disposition } from '../../../libs/plays/index.js';
import { Allow, Flag, ListOf, OneOf, Text } from '../../platform/index.js';

class DispositionView {
  @OneOf(DISPOSITIONS) code: Disposition;
  @Text({ example: 'Interested' }) label: string;
  @Flag({ description: 'it ends the enrolment; after one that is not final the play continues' }) final: boolean;
  @Flag({ description: 'the person in question was spoken to' }) connected: boolean;
}

class Dispositions {
  @ListOf(() => DispositionView) items: DispositionView[];
  @Text({ nullable: true }) nextCursor: null;
}

/** How a conversation may end. A fixed list, because plays act on it. */
@ApiTags('work')
@Controller('dispositions')
export class DispositionsController {
  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: Dispositions })
  list(): Dispositions {
    return { items: DISPOSITIONS.map((code) => ({ code, ...DISPOSITION_FACTS[code] })), nextCursor: null };
  }
}
