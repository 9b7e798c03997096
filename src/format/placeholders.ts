import type {ProseBuilder} from './prose-builder.ts';

/** What programs put something else for: `%s`, `%1$d`, `%(name)s`, `{0}`, `{{name}}`, `${name}`. */
const PLACEHOLDER = /%(?:\d{1,3}\$)?(?:\([\w.]{1,60}\))?[-+#0]{0,5}\d{0,4}(?:\.\d{1,4})?(?:hh?|ll?|[jztL])?[sdifuxXcgeo@](?!\p{L})|\$?\{\{?\s?[\w.:,-]{0,60}\s?\}?\}/gu;

/** Puts a stretch of the source into the prose, with the placeholders in it as something that is not linted. White space as HTML has it. */
export function placeheld(builder: ProseBuilder, source: string, start: number, end: number): void {
  const text = source.slice(start, end);
  let at = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > at) builder.collapsed(start + at, start + match.index);
    at = match.index + match[0].length;
    builder.object(undefined, start + match.index, start + at);
  }
  if (at < text.length) builder.collapsed(start + at, end);
}
