"""Reports for editors: what a bloc did in a period, who was covered, what was left lying. Written
from records as papers that an office can finish and sign; never part of the site."""
