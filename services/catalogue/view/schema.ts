// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'aa5802bcf00d87fa';
