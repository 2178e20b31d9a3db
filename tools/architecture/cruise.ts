/** Walks the imports of a tree and finds those that its rooms forbid. */
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { forbidden } from './rules.ts';

export type BadImport = { readonly rule: string; readonly says: string; readonly from: string; readonly to: string };

const folders = ['packages', 'apps', 'e2e'];

/** @param baseFolder the root of a tree laid out like this one. */
export const badImports = async (baseFolder: string): Promise<readonly BadImport[]> => {
  const { output } = await cruise(
    folders,
    {
      baseDir: baseFolder,
      ruleSet: { forbidden: [...forbidden] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: '(^|/)node_modules/' },
      exclude: { path: '(^|/)(dist|generated|\\.expo|\\.data)/' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  );
  const sentences = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    says: sentences.get(rule.name) ?? '',
    from,
    to,
  }));
};
