import {readData} from '../lexicon/assets.ts';

/**
 * The texts on which rules are measured: annotated machine-translated `pages` of the web, annotated machine-translated articles that authors of rules have `read` and that nobody has (`unread`), sentences of engines
 * that people have `edited`, `native` news, and news that a `human` translated.
 */
export type Side = 'pages' | 'read' | 'unread' | 'edited' | 'native' | 'human';

/** `rules/precision.json`, as `scripts/calibrate.ts` writes it. */
export interface Precision {
  /** Day of the measurement, "2026-11-26". */
  readonly measured: string;
  readonly words: Readonly<Record<Side, number>>;
  /** Findings in articles and in pages by their confidence, and how many of them touch a mark. */
  readonly confidences: Readonly<Record<'articles' | 'pages', readonly {readonly from: number; readonly to: number; readonly findings: number; readonly right: number; readonly mean: number}[]>>;
  /** By rule: findings, and how many of them are right. */
  readonly rules: Readonly<Record<string, Readonly<Record<Side, readonly [number, number]>>>>;
}

export const SIDES: Readonly<Record<Side, string>> = {
  pages: 'machine-translated pages of the web',
  unread: 'machine-translated articles that nobody who wrote rules has read',
  read: 'machine-translated articles that they have read',
  edited: 'single sentences of engines, against what editors changed (`--mt yes`)',
  native: 'native news',
  human: 'news that people translated',
};

let data: Precision | undefined;
export const precision = (): Precision => (data ??= readData<Precision>('precision'));

/** A number as English writes it. */
export const count = (n: number): string => n.toLocaleString('en-US');
/** What part of findings is right, in per cent; a dash where there are none. */
export const share = (findings: number, right: number): string => (findings ? `${Math.round((100 * right) / findings)}%` : '–');
