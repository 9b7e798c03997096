// Made by scripts/build.ts of the files in this folder.
import doubledPunctuation from './doubled-punctuation.ts';
import type {Rule} from '../src/rule/rule.ts';

export const rules: readonly Rule[] = [
  doubledPunctuation,
];
