// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '6f8e91d701ae27f5';
