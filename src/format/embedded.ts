import type {Prose} from '../document/prose.ts';
import type {Parsed} from './format.ts';
import {escapeHtml, HtmlWalker} from './html-walker.ts';
import {placeheld} from './placeholders.ts';
import {lastAtMost, ProseBuilder} from './prose-builder.ts';

/** A text with tags or references of HTML in it. */
const HTML = /<\/?[a-z][a-z\d-]{0,30}(?:\s[^<>]{0,2000})?\/?>|<!--|&(?:[a-z]{2,31}|#\d{1,7}|#x[\da-f]{1,6});/i;

/** Reads the strings that a format has taken out of its source, each a segment: HTML where they have tags, else plain text with its line breaks. */
export function embedded(strings: Parsed): Parsed {
  const {text, segments} = strings.prose;
  const builder = new ProseBuilder(text, escapeHtml);
  for (const {start, end} of segments) {
    builder.boundary();
    if (HTML.test(text.slice(start, end))) {
      builder.encode = escapeHtml;
      new HtmlWalker(builder, {role: 'item', message: true}).read(text, start, end);
    } else {
      builder.encode = (put) => (/<[a-z/!]|&[#a-z]/i.test(put) ? undefined : put);
      builder.role = 'item';
      let at = start;
      for (const match of text.slice(start, end).matchAll(/\r?\n/g)) {
        placeheld(builder, text, at, start + match.index);
        builder.boundary();
        at = start + match.index + match[0].length;
      }
      placeheld(builder, text, at, end);
    }
    builder.boundary();
  }
  return builder.finish();
}

/** What is not to be linted in either of two readings, in offsets of the second. */
function opaqueIn(outer: Parsed, {prose}: Parsed): Prose['opaque'] {
  const barred = outer.prose.opaque ?? [];
  if (!barred.length) return prose.opaque;
  const starts = barred.map(([start]) => start);
  const out: [number, number][] = [];
  let own = 0;
  for (let at = 0; at < prose.text.length; at++) {
    while (prose.opaque?.[own] && prose.opaque[own]![1] <= at) own++;
    const from = prose.toSource!(at);
    const index = lastAtMost(starts, from);
    if (!(index >= 0 && from < barred[index]![1]) && !(prose.opaque?.[own] && prose.opaque[own]![0] <= at)) continue;
    const last = out.at(-1);
    if (last?.[1] === at) last[1]++;
    else out.push([at, at + 1]);
  }
  return out;
}

/** A source in two steps: `inner` was read from the prose of `outer`. Comments are those of `outer`: one inside of a string has no line of its own, and may stand in a line with all others. */
export function composed(outer: Parsed, inner: Parsed): Parsed {
  return {
    prose: {...inner.prose, opaque: opaqueIn(outer, inner), toSource: (offset) => outer.prose.toSource!(inner.prose.toSource!(offset))},
    comments: outer.comments,
    toSource: (start, end) => outer.toSource(...inner.toSource(start, end)),
    toSourceEdit(edit) {
      const between = inner.toSourceEdit(edit);
      return between && outer.toSourceEdit(between);
    },
  };
}
