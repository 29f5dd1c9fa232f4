// operator new over the allocator of many threads. The one it brings for C++ ends the program where there is no memory,
// because it is compiled as C and cannot throw; a program that is to lose one article and not the run needs one that
// throws. Linked where mimalloc is.
#include <mimalloc.h>

#include <cstddef>
#include <new>

namespace {

// As the standard has it: the handler may free something, else it is bad_alloc.
template <class Allocate>
void* allocated(const Allocate& allocate) {
  for (;;) {
    if (void* const memory = allocate()) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void* unless_none(std::size_t size) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

}  // namespace

void* operator new(std::size_t size) {
  return allocated([size] { return mi_malloc(size); });
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return unless_none(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return unless_none(size);
}
void* operator new(std::size_t size, std::align_val_t align) {
  return allocated([=] { return mi_malloc_aligned(size, static_cast<std::size_t>(align)); });
}
void* operator new[](std::size_t size, std::align_val_t align) {
  return operator new(size, align);
}
void operator delete(void* memory) noexcept {
  mi_free(memory);
}
void operator delete[](void* memory) noexcept {
  mi_free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  mi_free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  mi_free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  mi_free(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept {
  mi_free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  mi_free(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
  mi_free(memory);
}
