// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'f495ea7939a6e16b';
