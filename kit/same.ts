/**
 * `true` where two unions have the same members, else the difference: so `true satisfies Same<First, Second>` does not compile
 * where one has a member that the other lacks, and the compiler names it.
 */
export type Same<First extends string, Second extends string> = [First, Second] extends [Second, First]
  ? true
  : { readonly onlyInFirst: Exclude<First, Second>; readonly onlyInSecond: Exclude<Second, First> };
