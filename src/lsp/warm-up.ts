import {lintSource} from '../engine/source.ts';
import {text} from '../format/text.ts';
import {readData} from '../lexicon/assets.ts';
import {ParagraphMemo} from '../rule/paragraph-memo.ts';

/**
 * Lints articles that came with mtlint, each as an editor would, a step at a time: what an editor's first text needs is read and compiled then.
 * A step takes some hundred milliseconds at first.
 */
export function* warmUp(): Generator<void> {
  for (const article of readData<string[]>('warm-up')) {
    const memo = new ParagraphMemo();
    lintSource(article, text, {}, memo);
    yield;
    const middle = article.indexOf(' ', article.length / 2);
    lintSource(`${article.slice(0, middle)} and${article.slice(middle)}`, text, {}, memo);
    yield;
  }
}
