// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'fd33c7995da50e0f';
