# The words inside the parts that every room uses.
parts-optional = (optional)
parts-error = Error:
parts-errors = Please check these fields
parts-day = Day
parts-month = Month
parts-year = Year
parts-search = Search
parts-show = Show
parts-export = Export this list
parts-pages = Pages of the list
parts-previous = Previous
parts-next = Next
parts-where = Where you are
parts-cancel = Cancel
parts-undo = Undo
parts-of-total = of { $total }
