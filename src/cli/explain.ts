import pc from 'picocolors';
import {ruleById} from '../engine/lint.ts';
import {ruleMarkdown} from '../report/rule-page.ts';
import {wantsColor} from './color.ts';

/** One line a rule: id, level, what `--fix` may do, summary. */
export function listRules(): string {
  const c = pc.createColors(wantsColor());
  const rules = [...ruleById.values()].map(({rule}) => rule);
  const width = Math.max(...rules.map((r) => r.id.length));
  return `${rules.map((r) => `${c.bold(r.id.padEnd(width))}  ${r.severity.padEnd(5)}  ${c.dim(r.tier.padEnd(7))}  ${r.summary}`).join('\n')}\n\n${rules.length} rules. The third column: whether --fix repairs (safe), or proposes only (suggest), or reports.\n`;
}

/** The page of a rule as Markdown; undefined if there is no such rule. */
export function explain(id: string): string | undefined {
  const rule = ruleById.get(id);
  return rule && ruleMarkdown(rule.rule);
}
