// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '102211f13f1f4d85';
