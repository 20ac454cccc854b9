/** What is seen since a later version: it is not in the views of older histories. */
export type Later<Seen> = Readonly<Partial<Seen>>;

/**
 * A view as the activities of this version make it: nothing is left out but what is named, wherever that stands. What is optional otherwise
 * is so for older histories alone, in whose views it is missing.
 */
export type Whole<View, Missing extends PropertyKey = never> = View extends readonly (infer Each)[]
  ? readonly Whole<Each, Missing>[]
  : View extends object
    ? { readonly [Name in Exclude<keyof View, Missing>]: Whole<Required<View>[Name], Missing> } & {
        readonly [Name in Extract<keyof View, Missing>]?: Whole<Required<View>[Name], Missing>;
      }
    : View;
