/** Where mtlint lives. */
export const HOME = 'https://github.com/mtlint/mtlint';

/** The page of a rule. */
export const ruleUrl = (id: string): string => `${HOME}/blob/main/docs/rules/${id}.md`;
