// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '72b2ab1c945bbc9f';
