// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9b48f8cd3e0837ce';
