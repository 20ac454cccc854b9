// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '60d953be5d36e0c9';
