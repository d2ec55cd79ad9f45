// The weights, as the text that `qanat train` writes.
  .section .rodata
  .global qanat_weights_begin
  .global qanat_weights_end
qanat_weights_begin:
  .incbin QANAT_WEIGHTS
qanat_weights_end:
  .byte 0
  .section .note.GNU-stack,"",%progbits
