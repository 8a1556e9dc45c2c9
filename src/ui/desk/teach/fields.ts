import type { Field } from '#records/provider.ts';
import type { RecipeColumn, RecipeProblem, Signs } from '#records/recipe.ts';
import type { TextKey } from '#text/index.ts';

export const fieldKey = (field: Field): TextKey => `field.${field}`;
export const unitKey = (unit: NonNullable<RecipeColumn['unit']>): TextKey => `unit.${unit}`;
export const signsKey = (signs: Signs): TextKey => `signs.${signs}`;
export const problemKey = (problem: RecipeProblem): TextKey => `recipe-problem.${problem}`;

export const UNITS = ['major', 'minor', 'wan'] as const;
export const SIGNS = ['auto', 'printed', 'refunds-positive'] as const satisfies readonly Signs[];

/** Every field but `ignore`, in the groups in which a person looks for it. */
export const FIELD_GROUPS = [
  { key: 'field-group.when', fields: ['day', 'at', 'time', 'settle-day', 'due'] },
  {
    key: 'field-group.money',
    fields: [
      'amount',
      'fee',
      'net',
      'net-income',
      'net-expense',
      'income',
      'expense',
      'direction',
      'refund-amount',
      'other-deduction',
      'balance',
      'arrears',
      'rate',
      'currency',
    ],
  },
  { key: 'field-group.what', fields: ['kind', 'state', 'remark', 'card-type'] },
  {
    key: 'field-group.numbers',
    fields: [
      'account',
      'account-name',
      'own-account',
      'terminal',
      'reference',
      'order',
      'rrn',
      'trace',
      'batch',
      'original',
      'card-number',
      'counterparty',
    ],
  },
] as const satisfies readonly { readonly key: TextKey; readonly fields: readonly Field[] }[];

const MONEY: ReadonlySet<Field> = new Set([
  'amount',
  'income',
  'expense',
  'fee',
  'net',
  'net-income',
  'net-expense',
  'balance',
  'refund-amount',
  'other-deduction',
  'arrears',
]);

export const isMoney = (field: Field): boolean => MONEY.has(field);
