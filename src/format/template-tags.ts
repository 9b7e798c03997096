import {OBJECT, type ProseBuilder} from './prose-builder.ts';

/** What stands in place of tags where a grammar must not see them: to all of them a letter. */
export const MASK = '\ue000';

/** Longer ones are text with braces in it. In UTF-16 code units. */
const MAX_LENGTH = 2000;
/** The ends of tags, by what begins them. */
const ENDS: Readonly<Record<string, string>> = {'{{<': '>}}', '{{%': '%}}', '{%': '%}', '{{': '}}', '<%': '%>'};
/** `{{name}}` may be a placeholder that nobody filled, which is a finding; anything more is code. */
const PLAIN = /^\{\{\s?\w+\s?\}\}$/;

/** The name of a tag, with what makes it an end: "endraw", "/highlight". */
const NAME = /^\{(?:%|\{[<%])[-~]?\s{0,9}(\/?\s?[a-z]\w{0,40})/i;
/** Tags around what is no prose. */
const AROUND_CODE = new Set(['code', 'codeblock', 'comment', 'diagram', 'highlight', 'javascript', 'katex', 'math', 'mermaid', 'raw', 'schema', 'style', 'stylesheet', 'verbatim']);

/** Tags with those around code made one with their ends and what is between them. */
function withCode(text: string, tags: readonly [start: number, end: number][]): [start: number, end: number][] {
  const names = tags.map(([start, end]) => NAME.exec(text.slice(start, Math.min(end, start + 60)))?.[1]?.replace(/\s/, '').toLowerCase() ?? '');
  /** The last end of each name: behind it none is looked for. */
  const last = new Map(names.map((name, i) => [name, i]));
  const out: [number, number][] = [];
  for (let i = 0; i < tags.length; i++) {
    const [start, end] = tags[i]!;
    const name = names[i]!;
    if (AROUND_CODE.has(name) && Math.max(last.get(`end${name}`) ?? -1, last.get(`/${name}`) ?? -1) > i) {
      while (names[i] !== `end${name}` && names[i] !== `/${name}`) i++;
      out.push([start, tags[i]![1]]);
    } else out.push([start, end]);
  }
  return out;
}

/**
 * The tags of template languages in a text: Liquid, Jinja, Nunjucks, Handlebars, ERB, the shortcodes of Hugo and Zola. As [start, end) in UTF-16
 * code units, from left to right. A blank line ends none of them.
 * Code and comments between two tags are one with them.
 */
export function templateTags(text: string): [start: number, end: number][] {
  const tags: [number, number][] = [];
  /** Where each end stands next; what was looked for once is not looked for again. */
  const ahead = new Map<string, number>();
  const next = (what: string, from: number) => {
    let at = ahead.get(what) ?? -1;
    if (at < from) {
      at = text.indexOf(what, from);
      if (at < 0) at = text.length;
      ahead.set(what, at);
    }
    return at;
  };
  for (let at = Math.min(next('{', 0), next('<%', 0)); at < text.length; at = Math.min(next('{', at), next('<%', at))) {
    const begin = [3, 2].map((length) => text.slice(at, at + length)).find((start) => ENDS[start]);
    const finish = begin ? ENDS[begin]! : '';
    const end = begin ? next(finish, at + begin.length) + finish.length : 0;
    if (!begin || end > text.length || end - at > MAX_LENGTH || Math.min(next('\n\n', at), next('\n\r\n', at)) < end || PLAIN.test(text.slice(at, end))) {
      at++;
      continue;
    }
    tags.push([at, end]);
    at = end;
  }
  return withCode(text, tags);
}

/** A text with the tags of templates in it masked. */
export function withoutTags(text: string): string {
  let out = '';
  let at = 0;
  for (const [start, end] of templateTags(text)) {
    out += text.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return at ? out + text.slice(at) : text;
}

/** Puts a stretch of the source into the prose, with the tags of templates in it as something that is no text. White space as HTML has it. */
export function templated(builder: ProseBuilder, source: string, start: number, end: number): void {
  let at = start;
  for (const [from, to] of templateTags(source.slice(start, end))) {
    if (start + from > at) builder.collapsed(at, start + from);
    at = start + to;
    builder.object(OBJECT, start + from, at);
  }
  if (at < end) builder.collapsed(at, end);
}
