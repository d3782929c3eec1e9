import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import {
  Allow,
  Id,
  Instant,
  Json,
  Listed,
  ListOfPages,
  page,
  Text,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Language } from './language.field.js';
import { VersionTranslation } from './translation.entity.js';
import { Translations, type Translated } from './translations.js';
import { Versions } from '../versions/versions.js';

class NewTranslation implements Partial<Translated> {
  @Text({ example: 'Wir füllen Ihr Lager' }) title: string;
  @Text({ lines: true, example: 'Sie sagen uns, was Sie brauchen; wir sorgen dafür, dass es da ist.' })
  narrative: string;
  @Text({ lines: true, example: 'Nie wieder leere Regale.' }) promise: string;
  @Text({ optional: true, lines: true, description: 'left out: shown as it is in the version' })
  versusCompetitors?: string;
  @Text({ optional: true, lines: true, description: 'left out: shown as it is in the version' }) versusNothing?: string;
  @Json({ optional: true, description: 'by role', example: { economic_buyer: 'Lager ist gebundenes Geld.' } })
  lenses?: Partial<Record<Role, string>>;
}

class TranslationView implements Translated {
  @Id() id: string;
  @Id() versionId: string;
  @Language() language: string;
  @Text() title: string;
  @Text({ lines: true }) narrative: string;
  @Text({ lines: true }) promise: string;
  @Text({ lines: true, min: 0 }) versusCompetitors: string;
  @Text({ lines: true, min: 0 }) versusNothing: string;
  @Json() lenses: Partial<Record<Role, string>>;
  @Id() translatedBy: string;
  @Instant() translatedAt: Date;
}

const TRANSLATIONS: Listing = {
  id: 't.id',
  defaultSort: 'language',
  sorts: {
    language: { column: 't.language', kind: 'text', of: (translation: VersionTranslation) => translation.language },
    translatedAt: {
      column: 't.translatedAt',
      kind: 'instant',
      of: (translation: VersionTranslation) => translation.translatedAt,
    },
  },
  filters: { language: { column: 't.language', kind: 'text' } },
};

@ApiTags('propositions')
@Controller('versions/:id/translations')
export class TranslationsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
    private readonly translations: Translations,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(TRANSLATIONS, TranslationView)
  async list(@Param('id') id: string, @Listed(TRANSLATIONS) query: ListQuery): Promise<Page<TranslationView>> {
    await this.versions.get(this.source.manager, id);
    const qb = this.source.getRepository(VersionTranslation).createQueryBuilder('t').where('t.versionId = :id', { id });
    return page(qb, TRANSLATIONS, query);
  }

  /** By an author or sales ops, in any state of the version, which itself stays as it is. */
  @Put(':language')
  @Allow('everyone')
  @ApiOkResponse({ type: TranslationView })
  put(
    @Param('id') id: string,
    @Param('language') language: string,
    @Body() body: NewTranslation,
    @Writes() write: Write,
  ): Promise<TranslationView> {
    const text = { versusCompetitors: '', versusNothing: '', lenses: {}, ...body };
    return write((manager) => this.translations.put(manager, write.actor, id, language, text));
  }

  @Delete(':language')
  @Allow('everyone')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id') id: string, @Param('language') language: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.translations.remove(manager, write.actor, id, language));
  }
}
