/** What is seen since a later version: it is not in the views of older histories. */
export type Later<Seen> = Readonly<Partial<Seen>>;

/**
 * A view as the activities of this version make it: nothing is missing except the named fields, at any depth. Other optional fields are
 * optional only because views of older histories lack them.
 */
export type Whole<View, Missing extends PropertyKey = never> = View extends readonly (infer Each)[]
  ? readonly Whole<Each, Missing>[]
  : View extends object
    ? { readonly [Name in Exclude<keyof View, Missing>]: Whole<Required<View>[Name], Missing> } & {
        readonly [Name in Extract<keyof View, Missing>]?: Whole<Required<View>[Name], Missing>;
      }
    : View;
