import { ListOf, OneOf, Text } from '../../platform/index.js';
import { ATTRIBUTE_TYPES, type AttributeScope, type AttributeType } from './attributes.js';

export class AttributeFieldView {
  @OneOf(['organization', 'contact']) scope: AttributeScope;
  @Text({ example: 'fleet size' }) name: string;
  @OneOf(ATTRIBUTE_TYPES) type: AttributeType;
}

export class AttributeFieldsView {
  @ListOf(() => AttributeFieldView) items: AttributeFieldView[];
  @Text({ nullable: true }) nextCursor: null;
}
