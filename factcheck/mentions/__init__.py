"""From text to mentions: numerals, units, quantities, periods, entities, metric and facet words."""
