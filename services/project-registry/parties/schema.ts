// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'fc9fe17dbc543e9f';
