# Joins the lexicon's files into one text, each behind a line that names it for error messages.
file(WRITE ${OUT}.new "")
foreach(path IN LISTS IN)
  get_filename_component(name ${path} NAME)
  file(READ ${path} text)
  file(APPEND ${OUT}.new "#file ${name}\n${text}\n")
endforeach()
file(RENAME ${OUT}.new ${OUT})
