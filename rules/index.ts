// Made by scripts/build.ts of the files in this folder.
import doubledPunctuation from './doubled-punctuation.ts';
import fusedWords from './fused-words.ts';
import nameCase from './name-case.ts';
import randomCapital from './random-capital.ts';
import splitWords from './split-words.ts';
import type {Rule} from '../src/rule/rule.ts';

export const rules: readonly Rule[] = [
  doubledPunctuation,
  fusedWords,
  nameCase,
  randomCapital,
  splitWords,
];
