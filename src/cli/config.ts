import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import {ruleById} from '../engine/lint.ts';
import {formatOf} from '../format/registry.ts';
import {MIN_CONFIDENCE, minConfidenceFor} from '../rule/run.ts';
import type {ProjectSettings} from '../settings/find.ts';
import {inLine, readText, SETTINGS_FILES, SettingsError, shown} from '../settings/load.ts';
import {placeIn} from '../settings/locate.ts';
import type {Source} from '../settings/resolve.ts';
import {wantsColor} from './color.ts';

/** Entries of a list that are shown. */
const SHOWN = 8;

/** What applies to a file, and where each value came from, for people. Throws a `SettingsError`. */
export async function describeSettings(file: string, settings: ProjectSettings): Promise<string> {
  const c = pc.createColors(wantsColor());
  // Patterns and the format depend on a name.
  if (statSync(file, {throwIfNoEntry: false})?.isDirectory()) throw new SettingsError(`\`${inLine(file)}\` is a folder: name a file in it, which need not be there, such as ${shown(path.resolve(file, 'article.md'))}.`);
  const {resolved, ignored, config, files} = await settings.for(path.resolve(file));
  const {sources} = resolved;
  const has = (key: string) => sources.some((s) => s.key === key);
  const rows: [key: string, value: string, from: string][] = [];
  for (const source of [...sources].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))) rows.push([source.key, shownValue(source), await placeOf(source)]);
  if (!has('as')) rows.push(['as', formatOf(file), 'by the name of the file']);
  if (!has('from')) rows.push(['from', 'inferred', 'default']);
  if (!has('mt')) rows.push(['mt', 'auto', 'default']);
  if (!has('minConfidence')) rows.push(['minConfidence', String(minConfidenceFor(resolved.options.mt)), resolved.options.mt === 'yes' ? `default for mt: yes; ${MIN_CONFIDENCE.judged} otherwise` : 'default']);
  const rules = sources.filter((s) => s.key.startsWith('rules.')).length;
  rows.push(['rules', `${ruleById.size - rules} ${rules ? 'others ' : ''}at their own levels: \`mtlint rules\``, 'default']);
  const width = (i: 0 | 1) => Math.min(60, Math.max(...rows.map((row) => row[i].length)));
  // Of several in a folder one counts.
  const unread = config ? SETTINGS_FILES.map((name) => path.join(path.dirname(config), name)).filter((other) => other !== config && existsSync(other)) : [];
  const head = [
    config ? `Settings: ${[config, ...files.filter((f) => f !== config)].map(shown).join(', ')}` : 'There is no settings file: `mtlint init` makes one.',
    ...(unread.length ? [`Not read: ${unread.map(shown).join(', ')}, because ${shown(config!)} comes first. Keep one of them.`] : []),
    ...(ignored ? [ignored.git ? `Left out where its folder is linted: ${ignored.why}.` : `Not linted: ${ignored.why}.`] : []),
  ];
  return `${c.underline(shown(path.resolve(file)))}\n${head.join('\n')}\n\n${rows.map(([key, value, from]) => `  ${c.bold(key.padEnd(width(0)))}  ${value.padEnd(width(1))}  ${c.dim(from)}`).join('\n')}\n`;
}

function shownValue({value}: Source): string {
  if (Array.isArray(value) && !value.length) return '(none)';
  if (Array.isArray(value)) return value.slice(0, SHOWN).map((v) => (typeof v === 'string' ? v : JSON.stringify(v))).join(', ') + (value.length > SHOWN ? ` and ${value.length - SHOWN} more` : '');
  if (value && typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.slice(0, SHOWN).map(([k, v]) => `${k}: ${[v].flat().join(', ')}`).join('; ') + (entries.length > SHOWN ? ` and ${entries.length - SHOWN} more` : '');
  }
  return String(value);
}

async function placeOf({file, at}: Source): Promise<string> {
  if (!at) return path.isAbsolute(file) ? shown(file) : file;
  const place = await placeIn(file, readText(file), at);
  return `${shown(file)}${place ? `:${place.line}` : ''}`;
}
