// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '83f14a318b53f8d3';
