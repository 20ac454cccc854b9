// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e62627457dc82b60';
