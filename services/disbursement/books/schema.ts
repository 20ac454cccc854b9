// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ad4438d7f990ba9e';
