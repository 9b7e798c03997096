import {ruleById} from '../engine/lint.ts';
import {HOME, ruleUrl} from '../rule/rule-url.ts';
import type {ReportContext} from './reporter.ts';
import {countLevels, type FileResult, LIKELY, nameOf, plural, proposalTexts, type ReportedFinding} from './result.ts';

/** A text up to this length, in UTF-16 code units, is shown whole, of a longer one the surroundings of its findings. */
const WHOLE = 200_000;
/** What is shown to each side of a finding in a longer one. */
const AROUND = 600;

const entity = (c: string) => `&#${c.charCodeAt(0)};`;
/** What cannot be seen, or would turn the text around, by its code point. */
const UNSEEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
const escaped = (text: string) => text.toWellFormed().replace(/[&<>"'`]/g, entity).replace(/\r\n?/g, '\n').replace(UNSEEN, (c) => `<i>U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}</i>`);
/** The same for attributes and titles, where no element may stand. */
const attribute = (text: string) => text.toWellFormed().replace(UNSEEN, ' ').replace(/[&<>"'`\n\r\t]/g, entity);

const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c1c1e;--soft:#5f6368;--line:#d9dce0;--card:#f6f7f9;--error:#b3261e;--error-back:#fbe3e1;--warn:#7a5200;--warn-back:#fff1cc;--good:#0b6b3a;--good-back:#dff3e6;--link:#0b57d0}
@media(prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#e6e6e8;--soft:#a2a7ae;--line:#3a3d42;--card:#202226;--error:#ff9c94;--error-back:#4a2320;--warn:#f2c14e;--warn-back:#40341a;--good:#7fd6a2;--good-back:#1d3a2a;--link:#9cc2ff}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:80rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.4rem;margin:.5rem 0}h2{font-size:1.15rem;margin:2.5rem 0 .25rem;border-top:1px solid var(--line);padding-top:1rem}
a{color:var(--link)}p{margin:.5rem 0}.soft{color:var(--soft)}.none{color:var(--good)}.error{color:var(--error)}.warn{color:var(--warn)}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td:first-child{overflow-wrap:normal}
.text{white-space:pre-wrap;font-family:Georgia,serif;font-size:1.05rem;line-height:1.75}.gap{color:var(--soft)}
mark.error,mark.warn{color:inherit}mark{padding:0 .1em;border-radius:.15em;border-bottom:2px solid}mark.error{background:var(--error-back);border-color:var(--error)}mark.warn{background:var(--warn-back);border-color:var(--warn)}mark a{color:inherit;text-decoration:none;white-space:nowrap;font:600 .7rem system-ui,sans-serif;vertical-align:super;padding:0 .15em}
i{font:.7em ui-monospace,monospace;background:var(--card);border:1px solid var(--line);border-radius:.2em;padding:0 .2em}
ol{list-style:none;margin:0;padding:0}li{background:var(--card);border-left:3px solid;border-radius:.25rem;padding:.5rem .75rem;margin:0 0 .6rem;scroll-margin-top:1rem}li.error{border-color:var(--error)}li.warn{border-color:var(--warn)}li>*{color:var(--ink)}li:target,mark:target{outline:2px solid var(--link)}
.head{display:flex;gap:.5rem;justify-content:space-between;font-size:.85rem}.head a{text-decoration:none}
del{color:var(--error);white-space:pre-wrap}ins{color:var(--good);background:var(--good-back);text-decoration:none;border-radius:.2em;padding:0 .25em;white-space:pre-wrap}
footer{margin:3rem 0 1rem;font-size:.85rem;color:var(--soft)}
@media(max-width:60rem){.pair ol{margin-top:1rem}}
@media(min-width:60rem){.pair{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem;align-items:start}.pair ol{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}}
@media(max-width:34rem){.why{display:none}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--card:#fff;--error:#8c0000;--error-back:#fff;--warn:#5c4200;--warn-back:#fff;--good:#00491f;--good-back:#fff;--link:#000}body{max-width:none;padding:0;font-size:10pt}.pair{display:block}.pair ol{position:static;max-height:none;overflow:visible;margin-top:1rem}li,tr{break-inside:avoid}h2{break-after:avoid}li{border:1px solid var(--line);border-left-width:3px}ins{text-decoration:underline}}
`.trim();

/** One page without scripts and without anything from elsewhere: the texts with their findings marked, the proposals, a table by rule. */
export function* html(results: readonly FileResult[], {cwd, version}: ReportContext): Generator<string, void> {
  const {errors, warnings, safe} = countLevels(results);
  const levels = [errors ? `<span class="error">${plural(errors, 'error')}</span>` : '', warnings ? `<span class="warn">${plural(warnings, 'warning')}</span>` : ''].filter(Boolean).join(', ');
  const found = results.filter((r) => r.findings.length || r.errors.length);
  const summary = levels ? `${levels} in ${found.length === results.length ? '' : `${found.length.toLocaleString('en-US')} of `}${plural(results.length, 'file')}.${safe ? ` ${safe === 1 ? 'One of them' : `${safe} of them`} can be repaired with <code>mtlint --fix</code>.` : ''}` : `<span class="none">No findings</span> in ${plural(results.length, 'file')}.`;
  yield `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>mtlint: ${[errors ? plural(errors, 'error') : '', warnings ? plural(warnings, 'warning') : ''].filter(Boolean).join(', ') || 'no findings'}</title>
<style>${STYLE}</style>
<h1>mtlint report</h1>
<p>${summary}</p>
`;
  for (const [index, result] of found.entries()) yield section(result, `${index + 1}`, nameOf(result, cwd));
  yield `${byRule(results)}<footer>Made by <a href="${HOME}">mtlint</a> ${attribute(version)}.</footer>
</html>
`;
}

function byRule(results: readonly FileResult[]): string {
  const counts = new Map<string, {errors: number; warnings: number}>();
  for (const {findings} of results) for (const {ruleId, severity} of findings) {
    const count = counts.get(ruleId) ?? {errors: 0, warnings: 0};
    counts.set(ruleId, severity === 'error' ? {...count, errors: count.errors + 1} : {...count, warnings: count.warnings + 1});
  }
  if (!counts.size) return '';
  const rows = [...counts].sort(([, a], [, b]) => b.errors + b.warnings - a.errors - a.warnings).map(([id, {errors, warnings}]) => `<tr><td><a href="${attribute(ruleUrl(id))}">${escaped(id)}</a><td class="why">${escaped(ruleById.get(id)?.rule.summary ?? '')}<td class="n error">${errors || ''}<td class="n warn">${warnings || ''}\n`);
  return `<h2>By rule</h2>\n<table><thead><tr><th>Rule<th class="why">Finds<th class="n">Errors<th class="n">Warnings<tbody>\n${rows.join('')}</table>\n`;
}

function section(result: FileResult, id: string, name: string): string {
  const looks = result.machineLikeness >= LIKELY ? `Looks machine-translated${result.from ? ` from ${escaped(result.from)}` : ''}: ` : '';
  const errors = result.errors.map((error) => `<p class="error">${escaped(error)}</p>\n`).join('');
  if (!result.findings.length) return `<h2>${escaped(name)}</h2>\n${errors}`;
  const items = result.findings.map((finding, i) => item(result, finding, `${id}-${i + 1}`, i + 1)).join('');
  return `<h2>${escaped(name)}</h2>\n<p class="soft">${looks}${plural(result.findings.length, 'finding')} in ${plural(result.words, 'word')}.</p>\n${errors}<div class="pair">\n<div class="text">${marked(result, id)}</div>\n<ol>\n${items}</ol>\n</div>\n`;
}

const kind = ({severity}: ReportedFinding) => (severity === 'error' ? 'error' : 'warn');

function item(result: FileResult, finding: ReportedFinding, id: string, n: number): string {
  const {line, column} = result.pointAt(finding.start);
  const proposals = proposalTexts(finding).map((text) => `<ins>${escaped(text)}</ins>`).join(' or ');
  const actual = finding.actual.length > 120 ? `${finding.actual.slice(0, 120)}…` : finding.actual;
  return `<li class="${kind(finding)}" id="f${id}"><div class="head"><a href="#m${id}">${n}</a><span class="soft">${finding.severity === 'error' ? 'error' : 'warning'}, line ${line}:${column}</span><a href="${attribute(ruleUrl(finding.ruleId))}">${escaped(finding.ruleId)}</a></div>\n<div>${proposals && actual.trim() ? `<del>${escaped(actual)}</del> → ${proposals}` : escaped(finding.message)}</div>${finding.note ? `<div class="soft">${escaped(finding.note)}</div>` : ''}</li>\n`;
}

/** The text, its findings marked; of a long text what stands around them. */
function marked(result: FileResult, id: string): string {
  const {text, findings} = result;
  const whole = text.length <= WHOLE;
  const out: string[] = [];
  let at = whole ? 0 : Math.max(0, findings[0]!.start - AROUND);
  const gap = '<span class="gap">\n[…]\n</span>';
  if (at > 0) out.push(gap);
  for (const [i, finding] of findings.entries()) {
    // Formats may map two findings to places that overlap: the later one stands in the list only.
    if (finding.start < at && i > 0) continue;
    if (!whole && finding.start - at > 2 * AROUND) {
      out.push(escaped(text.slice(at, at + AROUND)), gap);
      at = finding.start - AROUND;
    }
    const n = `${id}-${i + 1}`;
    out.push(escaped(text.slice(at, finding.start)), `<mark class="${kind(finding)}" id="m${n}" title="${attribute(finding.message)}">${escaped(text.slice(finding.start, finding.end))}<a href="#f${n}">${i + 1}</a></mark>`);
    at = finding.end;
  }
  const end = whole ? text.length : Math.min(text.length, at + AROUND);
  out.push(escaped(text.slice(at, end)));
  if (end < text.length) out.push(gap);
  return out.join('');
}
