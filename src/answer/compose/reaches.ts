import type { Query } from '../../reading/query.ts';

/** Whether a number, of meetings or of minutes, is as claimed. */
export function reaches(count: number, { relation, count: wanted }: NonNullable<Query['threshold']>): boolean {
  switch (relation) {
    case 'more':
      return count > wanted;
    case 'at-least':
      return count >= wanted;
    case 'fewer':
      return count < wanted;
    case 'at-most':
      return count <= wanted;
    case 'exactly':
      return count === wanted;
  }
}
