import type {RuleDefinition} from '../rule/rule.ts';

const TIERS = {safe: '`--fix` repairs what is sure, the rest is proposed', suggest: 'proposes, never repairs unseen', report: 'reports without a proposal'} as const;
const quote = (text: string) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff\ufffd\0-\x08\x0b-\x1f\x7f-\x9f]/g, (c) => `<U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`).replace(/\n/g, '\n> ');

/** The documentation of a rule as Markdown, from its definition: `docs/rules/ID.md` and `mtlint explain ID`. */
export function ruleMarkdown(rule: RuleDefinition): string {
  const bad = rule.examples.bad.map((e) => `> ${quote(e.text)}\n\nfinds ${e.flagged.map((f) => `\`${quote(f).trim() || ' '}\``).join(', ')}${e.fixed === undefined ? '' : `, and proposes\n\n> ${quote(e.fixed)}`}`);
  const good = rule.examples.good.map((g) => `- ${quote(typeof g === 'string' ? g : g.text).replace(/\n> /g, ' ')}`);
  return `# ${rule.id}\n\n${rule.summary}.\n\nCategory: ${rule.category}. Level: ${rule.severity}. Repair: ${TIERS[rule.tier]}. Since ${rule.since}.\n\n## Why\n\n${rule.why}\n${bad.length ? `\n## Finds\n\n${bad.join('\n\n---\n\n')}\n` : ''}${good.length ? `\n## Is silent on\n\n${good.join('\n')}\n` : ''}`;
}
