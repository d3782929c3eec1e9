export { LIMITS, MATCHES, type RuleCondition, type ContactsMatch, type Rule, type RuleValue } from './ast.js';
export {
  fieldsOf,
  type Catalogue,
  type Field,
  type FieldChoice,
  type OperatorChoice,
  type Scope,
} from './catalogue.js';
export { check } from './check.js';
export { compile, type CompileOptions } from './compile.js';
export { describe } from './english.js';
export { OPERATORS, type FieldType, type Operator, type OperatorArity } from './operators.js';
export { type RuleProblem, type RuleProblemCode } from './problems.js';
