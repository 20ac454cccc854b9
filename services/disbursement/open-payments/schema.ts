// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'd3c650ed4b7cd656';
