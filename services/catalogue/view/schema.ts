// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5f85e6cef7bf1972';
