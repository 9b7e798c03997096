export {fix} from './engine/source.ts';
export {type Level, type LintOptions, type LintResult, lint, type RuleSetting} from './engine/lint.ts';
export {type Category, defineRule, type Edit, type Example, type Report, type RetextSettings, type Rule, type RuleDefinition, type Severity, type Tier} from './rule/rule.ts';
export type {Finding} from './rule/run.ts';
export {rules} from '../rules/index.ts';
